import { cn } from "@/components/ui/class-names";

/** The days of a month as small squares, those that count filled. The number next to it says the same. */
export function DayStrip({ days, of }: { days: number[]; of: number }) {
  const counted = new Set(days);
  return (
    <span aria-hidden className="flex gap-0.5">
      {Array.from({ length: of }, (_, index) => index + 1).map((day) => (
        <span
          key={day}
          className={cn("h-3.5 w-1.5 rounded-xs", counted.has(day) ? "bg-accent" : "bg-sunken")}
        />
      ))}
    </span>
  );
}
