import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TermsText } from "@/app/_server/terms-text";
import { findHostOrganization, findViewer, getLoginContext } from "@/app/_server/viewer";
import { z } from "@/lib/core/validation/problems";
import { anonymousActor } from "@/lib/identity/auth/log-in";
import { builtInTerms } from "@/lib/identity/terms/built-in-terms";
import { viewTerms } from "@/lib/identity/terms/view-terms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("terms"))("title") };
}

type Props = { searchParams: Promise<{ organization?: string }> };

/** The terms of the organization that is asked for, logged in to, or at home here; else those of Wattdesk. */
export default async function TermsPage({ searchParams }: Props) {
  const t = await getTranslations("terms");
  const terms = await findTerms((await searchParams).organization);
  return (
    <article className="rounded-2xl border border-line bg-surface px-6 py-7 sm:px-9 sm:py-9">
      <h1 className="text-xl font-semibold tracking-tight text-ink">{t("title")}</h1>
      <p className="mt-1 mb-5 text-[13px] text-ink-faint">
        {t("version", { version: terms.version })}
      </p>
      <TermsText terms={terms} />
    </article>
  );
}

async function findTerms(named: string | undefined) {
  const viewer = await findViewer();
  const host = await findHostOrganization();
  const organizationId = host?.id ?? named ?? viewer?.actor.organizationId;
  if (organizationId === undefined) return builtInTerms();
  if (!z.uuid().safeParse(organizationId).success) notFound();
  return viewTerms(anonymousActor({ organizationId }, await getLoginContext()), {});
}
