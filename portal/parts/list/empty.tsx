import type { ReactNode } from 'react';
import { Icon, type IconName } from '../said/icon.tsx';

type EmptyProps = {
  icon: IconName;
  /** What is not there yet. */
  title: string;
  /** What will stand here, and how it comes there. */
  text: string;
  /** What to do about it, for whoever may: a link, or a button. */
  children?: ReactNode;
};

/** Stands where a list would be: what will stand there, and how it comes there. */
export function Empty({ icon, title, text, children }: EmptyProps) {
  return (
    <div className="teach">
      <Icon name={icon} />
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}
