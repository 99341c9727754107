/** The service's own sign, a key; shown where the vendor has none. */
export function Sign() {
  return (
    <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="currentColor" />
      <path
        className="sign"
        d="M15 16h9.5m-3 0v4M12 11.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z"
        fill="none"
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
