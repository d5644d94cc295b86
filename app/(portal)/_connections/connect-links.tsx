import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { ConnectLinkList, type ShownConnectLink } from "@/components/devices/connect-link-list";
import { Card } from "@/components/ui/card";
import { EndLinkForm, NewLinkForms } from "./link-forms";

type Props = {
  about: { deviceId: string } | { userId: string };
  links: ShownConnectLink[];
  mayCreate: boolean;
  /** Whether the end-user has an address. */
  isMailable: boolean;
};

/** The links with which an end-user connects, and how far each has come. */
export async function ConnectLinks({ about, links, mayCreate, isMailable }: Props) {
  const t = await getTranslations("connections");
  return (
    <Card title={t("userId" in about ? "connectNew" : "title")} description={t("hint")}>
      <ClientMessages namespaces={["connections"]}>
        <div className="flex flex-col gap-5">
          {mayCreate && <NewLinkForms about={about} isMailable={isMailable} />}
          <ConnectLinkList
            links={links}
            endForm={(link) => (mayCreate ? <EndLinkForm id={link.id} /> : null)}
          />
        </div>
      </ClientMessages>
    </Card>
  );
}
