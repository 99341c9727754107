type Step = { key: string; text: string };

/** A way in steps, and how far it has been gone. */
export function Steps({ steps, current }: { steps: readonly Step[]; current: string }) {
  const at = steps.findIndex(({ key }) => key === current);
  return (
    <ol className="way list-unstyled m-0">
      {steps.map(({ key, text }, index) => (
        <li
          key={key}
          className={index < at ? 'way-done' : index === at ? 'way-here' : 'way-ahead'}
          aria-current={index === at ? 'step' : undefined}
        >
          {text}
        </li>
      ))}
    </ol>
  );
}
