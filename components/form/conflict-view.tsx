"use client";

import { useTranslations } from "next-intl";
import { buttonClasses } from "@/components/ui/button";
import type { Difference } from "./form-state";

/** What another person has saved and what was typed here, side by side. */
export function ConflictView({ differences }: { differences: Difference[] }) {
  const t = useTranslations("forms.conflict");
  return (
    <section
      aria-label={t("title")}
      className="overflow-hidden rounded-lg border border-warning/40 bg-warning-soft text-sm"
    >
      {differences.length === 0 ? (
        <p className="px-4 py-3 text-ink">{t("same")}</p>
      ) : (
        <div className="overflow-x-auto">
          <table className="w-full text-left">
            <caption className="px-4 pt-3 pb-1 text-left font-medium text-ink">
              {t("title")}
            </caption>
            <thead className="text-[13px] text-ink-soft">
              <tr>
                {(["field", "saved", "typed"] as const).map((heading) => (
                  <th key={heading} scope="col" className="px-4 py-1.5 font-normal">
                    {t(heading)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="text-ink">
              {differences.map(({ field, saved, typed }) => (
                <tr key={field} className="border-t border-warning/20">
                  <th scope="row" className="px-4 py-2 font-normal text-ink-soft">
                    {field}
                  </th>
                  <td className="px-4 py-2 break-words">{saved || "–"}</td>
                  <td className="px-4 py-2 break-words">
                    {typed === undefined ? (
                      <span className="text-ink-soft">{t("takenOver")}</span>
                    ) : (
                      <span className="font-medium">{typed || "–"}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="border-t border-warning/20 px-4 py-2.5">
        <button
          type="button"
          className={buttonClasses({ size: "small" })}
          onClick={() => window.location.reload()}
        >
          {t("startOver")}
        </button>
      </p>
    </section>
  );
}
