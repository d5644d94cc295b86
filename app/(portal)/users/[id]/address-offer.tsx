import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/app/_server/client-messages";
import { Notice } from "@/components/ui/notice";
import { CopyAddressForm } from "./copy-address-form";

type Props = {
  buildings: { id: string; name: string }[];
  /** The buildings that were at the customer's former address when it was changed, apart by commas. */
  offered: string | undefined;
};

/** Offers to give buildings the address that their owner was given just before. */
export async function AddressOffer({ buildings, offered }: Props) {
  const t = await getTranslations("users.formerAddress");
  const ids = offered?.split(",") ?? [];
  const left = buildings.filter(({ id }) => ids.includes(id));
  if (left.length === 0) return null;
  return (
    <Notice>
      {t("text", { count: left.length })}
      <ClientMessages namespaces={["users"]}>
        <ul className="mt-3 flex flex-col gap-2">
          {left.map(({ id, name }) => (
            <li key={id}>
              <CopyAddressForm id={id} name={name} />
            </li>
          ))}
        </ul>
      </ClientMessages>
    </Notice>
  );
}
