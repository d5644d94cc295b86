import { cn } from "./class-names";

/** How much of something is done. */
export function ProgressBar({
  label,
  value,
  total,
  isMuted,
}: {
  label: string;
  value: number;
  total: number;
  /** For a value that may not hold any more. */
  isMuted?: boolean;
}) {
  return (
    <progress
      aria-label={label}
      value={value}
      max={Math.max(1, total)}
      className={cn(
        "h-2 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-webkit-progress-bar]:bg-sunken",
        isMuted
          ? "[&::-moz-progress-bar]:bg-line-strong [&::-webkit-progress-value]:bg-line-strong"
          : "[&::-moz-progress-bar]:bg-accent [&::-webkit-progress-value]:bg-accent",
      )}
    />
  );
}
