import { getTranslations } from "next-intl/server";

const bar = "animate-pulse rounded-md bg-sunken motion-reduce:animate-none";
const rows = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];

/** Holds a list's place while it loads, at about its height. */
export async function ListSkeleton() {
  const t = await getTranslations("shell");
  return (
    <div role="status" className="rounded-xl border border-line bg-surface">
      <span className="sr-only">{t("loading")}</span>
      <div aria-hidden className="flex flex-col divide-y divide-line">
        {rows.map((row) => (
          <div key={row} className="flex items-center gap-4 px-5 py-4">
            <div className={`${bar} h-4 w-1/4`} />
            <div className={`${bar} h-4 w-1/3`} />
            <div className={`${bar} ml-auto h-4 w-16`} />
          </div>
        ))}
      </div>
    </div>
  );
}
