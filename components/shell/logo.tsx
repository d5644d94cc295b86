/** A bolt in a roof: energy, at home. */
export function Logo() {
  return (
    <svg aria-hidden="true" viewBox="0 0 24 24" className="size-6 shrink-0 text-accent" fill="none">
      <path d="M3 11 12 3l9 8v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-9Z" fill="currentColor" />
      <path d="m13 7-5 7h3.5L11 18l5-7h-3.5L13 7Z" className="fill-surface" />
    </svg>
  );
}
