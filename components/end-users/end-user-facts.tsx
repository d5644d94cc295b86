import { getTranslations } from "next-intl/server";
import { EmailText } from "@/components/ui/email-text";
import { PhoneText } from "@/components/ui/phone-text";
import { fieldsInGroup } from "@/lib/core/records/field-table";
import { type EndUserField, endUserFields } from "@/lib/customers/end-users/end-user-fields";

type Shown = Record<Exclude<EndUserField, "latitude" | "longitude">, string | null>;

/** Shown only where they say something: most customers are people without a VAT id. */
const seldom = new Set(["companyName", "vatId", "salutation", "preferredChannel"]);

const namesInGroup = (group: string) =>
  fieldsInGroup(endUserFields, group).map(([name]) => name as keyof Shown);

/** The address of an end-user on one line. */
export function addressLine(endUser: Shown): string {
  const place = [endUser.zipCode, endUser.town].filter(Boolean).join(" ");
  return namesInGroup("address")
    .map((name) => (name === "zipCode" ? place : name === "town" ? null : endUser[name]))
    .filter(Boolean)
    .join(", ");
}

/** Profile and address of an end-user, for a list of descriptions. */
export async function endUserFacts(endUser: Shown & { hasUnreadablePhone: boolean }) {
  const t = await getTranslations("users");
  const shown = (name: keyof Shown) => {
    if (name === "email" && endUser.email) return <EmailText>{endUser.email}</EmailText>;
    if (name === "phone") return <PhoneText person={endUser} />;
    const term = `terms.${name}.${endUser[name]}` as "terms.salutation.ms";
    return endUser[name] && t.has(term) ? t(term) : endUser[name];
  };
  const names = [...namesInGroup("profile"), ...namesInGroup("contact")].filter(
    (name) => endUser[name] !== null || !seldom.has(name),
  );
  return [
    ...names.map((name) => ({ label: t(`fields.${name}`), value: shown(name) })),
    { label: t("address"), value: addressLine(endUser) },
  ];
}
