import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { ConnectLinkList, type ShownConnectLink } from "@/components/devices/connect-link-list";
import { Card } from "@/components/ui/card";
import { EndLinkForm, NewLinkForm } from "./link-forms";

type Props = {
  about: { deviceId: string } | { userId: string };
  links: ShownConnectLink[];
  mayCreate: boolean;
  /** Whether the end-user has an address. */
  isMailable: boolean;
  /** Whether the device's optimization is off and can be turned on with the connection. */
  offersOptimization?: boolean;
};

/** The links with which an end-user connects, and how far each has come. */
export async function ConnectLinks({
  about,
  links,
  mayCreate,
  isMailable,
  offersOptimization = false,
}: Props) {
  const t = await getTranslations("connections");
  return (
    <Card title={t("userId" in about ? "connectNew" : "title")} description={t("hint")}>
      <ClientMessages namespaces={["connections"]}>
        <div className="flex flex-col gap-5">
          {mayCreate && (
            <NewLinkForm
              about={about}
              isMailable={isMailable}
              offersOptimization={offersOptimization}
            />
          )}
          <ConnectLinkList
            links={links}
            endForm={(link) => (mayCreate ? <EndLinkForm id={link.id} /> : null)}
          />
        </div>
      </ClientMessages>
    </Card>
  );
}
