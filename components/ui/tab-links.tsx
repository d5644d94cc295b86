import Link from "next/link";
import { cn } from "./class-names";

type Tab = { key: string; href: string; label: string };

/** The parts of a record, each at a separate address. */
export function TabLinks({
  label,
  tabs,
  current,
}: {
  label: string;
  tabs: Tab[];
  current: string;
}) {
  return (
    <nav aria-label={label} className="mb-6 overflow-x-auto border-b border-line">
      <ul className="flex gap-5">
        {tabs.map(({ key, href, label: name }) => (
          <li key={key}>
            <Link
              href={href}
              aria-current={key === current ? "page" : undefined}
              className={cn(
                "-mb-px block border-b-2 py-2 text-sm font-medium whitespace-nowrap",
                key === current
                  ? "border-accent text-ink"
                  : "border-transparent text-ink-soft hover:border-line-strong hover:text-ink",
              )}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
