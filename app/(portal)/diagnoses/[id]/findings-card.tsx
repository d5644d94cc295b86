import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Card } from "@/components/ui/card";
import { FindingRow } from "./finding-row";

type Row = ComponentProps<typeof FindingRow>;

type Props = Pick<Row, "userId" | "deviceId"> & {
  title: string;
  findings: (Row["finding"] & { check: string; words: Row["words"] })[];
};

/** What a diagnosis found of a customer or a device; passed checks stay folded. */
export function FindingsCard({ title, findings, ...about }: Props) {
  const t = useTranslations("diagnosis");
  const passed = findings.filter(({ verdict }) => verdict === "good");
  const open = findings.filter(({ verdict }) => verdict !== "good");
  const rows = (shown: typeof findings) => (
    <ul className="divide-y divide-line border-t border-line">
      {shown.map(({ words, ...finding }) => (
        <FindingRow key={finding.check} finding={finding} words={words} {...about} />
      ))}
    </ul>
  );
  return (
    <Card title={title} isFlush>
      {open.length > 0 && rows(open)}
      {passed.length > 0 && (
        <details className="group border-t border-line">
          <summary className="flex items-center justify-between gap-4 px-5 py-3 text-sm text-ink-soft hover:bg-sunken/60">
            {t("passed", { count: passed.length })}
            <ChevronDown
              aria-hidden
              className="size-4 shrink-0 text-ink-faint transition-transform group-open:rotate-180 motion-reduce:transition-none"
            />
          </summary>
          {rows(passed)}
        </details>
      )}
    </Card>
  );
}
