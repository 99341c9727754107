import { Icon } from './icon.tsx';

type CopyProps = {
  text: string;
  label: string;
  copied: string;
  failed: string;
  /** Beside others: none of them is what a page is for. */
  isOneOfMany?: boolean;
};

/** A button that copies, shown where scripts run, and the place beside it where it says whether it did. */
export function CopyButton({ text, label, copied, failed, isOneOfMany = false }: CopyProps) {
  return (
    <div className="d-flex flex-wrap align-items-center gap-2">
      <button
        type="button"
        className={isOneOfMany ? 'btn action' : 'btn btn-primary action'}
        data-copy={text}
        data-copied={copied}
        data-failed={failed}
        hidden
      >
        <Icon name="copy" /> {label}
      </button>
      <span className="copy-said" />
    </div>
  );
}
