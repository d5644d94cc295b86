import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "./class-names";

export type ButtonTone = "primary" | "secondary" | "danger" | "quiet";

const tones: Record<ButtonTone, string> = {
  primary: "border-transparent bg-accent text-accent-ink hover:bg-accent-strong",
  secondary: "border-line-strong bg-surface text-ink hover:bg-sunken",
  danger: "border-transparent bg-danger text-danger-ink hover:opacity-90",
  quiet: "border-transparent bg-transparent text-ink-soft hover:bg-sunken hover:text-ink",
};

export function buttonClasses({
  tone = "secondary",
  size = "normal",
}: {
  tone?: ButtonTone;
  size?: "normal" | "small";
} = {}): string {
  return cn(
    "inline-flex shrink-0 cursor-pointer items-center justify-center gap-2 rounded-lg border font-medium whitespace-nowrap motion-safe:transition-colors aria-disabled:cursor-default aria-disabled:opacity-70",
    size === "small" ? "h-8 px-3 text-[13px]" : "h-10 px-4 text-sm",
    tones[tone],
  );
}

type LinkButtonProps = ComponentProps<typeof Link> & {
  tone?: ButtonTone;
  size?: "normal" | "small";
};

export function LinkButton({ tone, size, className, ...link }: LinkButtonProps) {
  return (
    <Link
      {...link}
      className={cn(buttonClasses({ ...(tone && { tone }), ...(size && { size }) }), className)}
    />
  );
}
