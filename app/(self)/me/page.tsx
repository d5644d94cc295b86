import { UserCog } from "lucide-react";
import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { redirectToPendingRequirement, requireViewer } from "@/app/_server/viewer";
import { withErrorPages } from "@/app/_server/with-error-pages";
import { OwnRecord } from "@/components/end-users/own-record";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { getEndUser } from "@/lib/customers/end-users/get-end-user";
import { ConnectForm, ReconnectForm } from "./connect-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("me"))("title") };
}

/** An end-user's own page: who they are to the utility, where they live, what is connected. */
export default async function OwnPage() {
  const { actor, ...viewer } = await requireViewer();
  redirectToPendingRequirement(viewer);
  if (actor.kind !== "end-user") forbidden();
  const t = await getTranslations("me");
  const me = await withErrorPages(() => getEndUser(actor, { id: actor.userId }));
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={t("greeting", { name: me.firstName ?? me.name })}
        description={t("description")}
        actions={
          <LinkButton href="/account">
            <UserCog aria-hidden className="size-4" />
            {t("account")}
          </LinkButton>
        }
      />
      <ClientMessages namespaces={["connections"]}>
        <OwnRecord
          me={me}
          actionsOf={({ id, connectionState }) =>
            connectionState === "connected" || connectionState === "degraded" ? null : (
              <ReconnectForm deviceId={id} />
            )
          }
          below={<ConnectForm />}
        />
      </ClientMessages>
    </div>
  );
}
