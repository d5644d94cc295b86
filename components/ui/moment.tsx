import { getFormatter } from "next-intl/server";

type MomentProps = {
  value: Date | null | undefined;
  /** `relative`: "3 hours ago", the exact moment on hover. `day` and `moment`: as written. */
  as?: "relative" | "day" | "moment" | "exact";
  fallback?: string;
};

/** A point in time, in the reader's zone and language. */
export async function Moment({ value, as = "relative", fallback = "–" }: MomentProps) {
  if (!value) return fallback;
  const format = await getFormatter();
  return (
    <time
      className={as === "day" ? "whitespace-nowrap" : undefined}
      dateTime={value.toISOString()}
      title={format.dateTime(value, "exact")}
    >
      {as === "relative" ? format.relativeTime(value, new Date()) : format.dateTime(value, as)}
    </time>
  );
}
