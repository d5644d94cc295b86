import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { requireMember } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { ListSkeleton } from "@/components/ui/skeleton";
import type { Member } from "@/lib/core/access/actor";
import { describeAuditSigning, verifyAuditLog } from "@/lib/platform/audit/verify-audit-log";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("verification.title") };
}

export default async function VerificationPage() {
  const { actor } = await requireMember();
  const t = await getTranslations("audit");
  const { publicKey } = await withErrorPages(() => describeAuditSigning(actor, {}));
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-4">
      <PageHeader
        title={t("verification.title")}
        description={t("verification.description")}
        crumbs={[{ label: t("title"), href: "/audit-log" }]}
        actions={<LinkButton href="/audit-log/verification">{t("verification.again")}</LinkButton>}
      />
      <Suspense fallback={<ListSkeleton />}>
        <Verdict actor={actor} />
      </Suspense>
      <Card title={t("verification.publicKey")} description={t("verification.publicKeyHint")}>
        <pre className="overflow-x-auto rounded-lg bg-sunken p-4 font-mono text-[13px] leading-5 text-ink">
          {publicKey}
        </pre>
      </Card>
    </div>
  );
}

async function Verdict({ actor }: { actor: Member }) {
  const t = await getTranslations("audit.verification");
  const verdict = await withErrorPages(() => verifyAuditLog(actor, {}));
  const { fault, events, erased, checkpoints } = verdict;
  if (fault) {
    return (
      <Notice tone="danger">
        <p className="font-medium">{t("broken", { sequence: fault.sequence })}</p>
        <p>{t(`faults.${fault.kind}`)}</p>
        {fault.id && <p className="font-mono text-[13px] break-all">{fault.id}</p>}
      </Notice>
    );
  }
  return (
    <Notice tone="success">
      <p className="font-medium">{t("intact", { events })}</p>
      <p>{t("scope", { checkpoints, erased })}</p>
    </Notice>
  );
}
