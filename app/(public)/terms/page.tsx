import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { termsVersion } from "@/lib/team/terms-version";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("terms"))("title") };
}

const sections = ["purpose", "account", "data", "records", "end"] as const;

export default async function TermsPage() {
  const t = await getTranslations("terms");
  return (
    <article className="rounded-2xl border border-line bg-surface px-6 py-7 sm:px-9 sm:py-9">
      <h1 className="text-xl font-semibold tracking-tight text-ink">{t("title")}</h1>
      <p className="mt-1 text-[13px] text-ink-faint">{t("version", { version: termsVersion })}</p>
      {sections.map((section) => (
        <section key={section} className="mt-5">
          <h2 className="text-[15px] font-semibold text-ink">{t(`${section}Title`)}</h2>
          <p className="mt-1 text-sm text-ink-soft">{t(`${section}Text`)}</p>
        </section>
      ))}
    </article>
  );
}
