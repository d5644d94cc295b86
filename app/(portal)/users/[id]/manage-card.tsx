import { Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { buttonClasses } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import type { Member } from "@/lib/core/access/actor";
import { may } from "@/lib/core/access/authorize";
import { StartViewForm } from "../../support/views/view-forms";
import { ArchiveForm } from "./archive-form";
import { PortalAccess } from "./portal-access";
import { RemoveEndUserForm } from "./remove-end-user-form";

type Props = {
  actor: Member;
  endUser: {
    id: string;
    name: string;
    email: string | null;
    archivedAt: Date | null;
    status: string;
    hasPassword: boolean;
  };
};

/** What is seldom done with an end-user's record, each folded until it is wanted. */
export async function ManageCard({ actor, endUser }: Props) {
  const t = await getTranslations("users");
  const support = await getTranslations("support");
  const { id, name, email, archivedAt } = endUser;
  return (
    <Card title={t("manage")} isFlush>
      <ClientMessages namespaces={["users", "support"]}>
        {may(actor, "create", "support-view") && (
          <Disclosure title={support("view.title")}>
            <Hint>{support("view.hint")}</Hint>
            <StartViewForm userId={id} />
          </Disclosure>
        )}
        {may(actor, "update", "end-user") && (
          <Disclosure title={t("access.title")}>
            <PortalAccess endUser={endUser} />
          </Disclosure>
        )}
        <Disclosure title={t("personalData")}>
          <Hint>{t("personalDataHint")}</Hint>
          <a
            href={`/users/${id}/personal-data`}
            download
            className={buttonClasses({ size: "small" })}
          >
            <Download aria-hidden className="size-4" />
            {t("exportPersonalData")}
          </a>
        </Disclosure>
        {may(actor, "update", "end-user") && !archivedAt && (
          <Disclosure title={t("archive")}>
            <Hint>{t("archiveHint")}</Hint>
            <ArchiveForm id={id} isArchived={false} />
          </Disclosure>
        )}
        {may(actor, "delete", "end-user") && (
          <>
            <Disclosure title={t("erase")} isDangerous>
              <Hint>{t("eraseHint")}</Hint>
              <RemoveEndUserForm id={id} name={name} email={email} how="erase" />
            </Disclosure>
            <Disclosure title={t("delete")} isDangerous>
              <Hint>{t("deleteHint")}</Hint>
              <RemoveEndUserForm id={id} name={name} email={email} how="delete" />
            </Disclosure>
          </>
        )}
      </ClientMessages>
    </Card>
  );
}

const Hint = ({ children }: { children: string }) => (
  <p className="mb-3 text-[13px] leading-5 text-ink-faint">{children}</p>
);
