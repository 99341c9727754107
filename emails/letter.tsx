import type { ReactNode } from 'react';
import type { Texts } from '../languages/texts.ts';
import { Frame, Press } from './parts.tsx';

type LetterProps = {
  texts: Texts;
  heading: string;
  introduction: string;
  button: { text: string; url: string; /** What stands above the address for who cannot press. */ address: string };
  closing: string;
  children?: ReactNode;
};

/** A short e-mail with one thing to do. */
export function Letter({ button, children, ...said }: LetterProps) {
  return (
    <Frame {...said} preview={said.introduction}>
      <Press {...button} />
      {children}
    </Frame>
  );
}
