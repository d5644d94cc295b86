import { UserCog } from "lucide-react";
import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { answeringRefusals } from "@/app/_request/answering-refusals";
import { ClientMessages } from "@/app/_request/client-messages";
import { leadNewcomer, requireViewer } from "@/app/_request/viewer";
import { BuildingList } from "@/components/end-users/building-list";
import { OwnedDevices } from "@/components/end-users/owned-devices";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { getEndUser } from "@/lib/end-users/get-end-user";
import { ConnectForm, ReconnectForm } from "./connect-forms";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("me"))("title") };
}

/** An end-user's own page: who they are to the utility, where they live, what is connected. */
export default async function OwnPage() {
  const { actor, ...viewer } = await requireViewer();
  leadNewcomer(viewer);
  if (actor.kind !== "end-user") forbidden();
  const t = await getTranslations("me");
  const users = await getTranslations("users");
  const me = await answeringRefusals(() => getEndUser(actor, { id: actor.userId }));
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
      <div className="flex flex-col gap-4">
        <ClientMessages namespaces={["connections"]}>
          <OwnedDevices
            devices={me.devices}
            actionsOf={({ id, connectionState }) =>
              connectionState === "connected" || connectionState === "degraded" ? null : (
                <ReconnectForm deviceId={id} />
              )
            }
          />
          <ConnectForm />
        </ClientMessages>
        <BuildingList buildings={me.buildings} />
        <Card title={users("profile")}>
          <DescriptionList
            items={[
              { label: t("name"), value: me.name },
              { label: users("email"), value: me.email },
              { label: users("phone"), value: me.phone },
              { label: users("externalUserId"), value: me.externalUserId },
              {
                label: users("address"),
                value: [
                  me.streetAndNumber,
                  [me.zipCode, me.town].filter(Boolean).join(" "),
                  me.country,
                ]
                  .filter(Boolean)
                  .join(", "),
              },
            ]}
          />
        </Card>
      </div>
    </div>
  );
}
