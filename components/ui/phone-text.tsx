import { getTranslations } from "next-intl/server";

type Props = { person: { phone: string | null; hasUnreadablePhone: boolean } };

/** A phone number as it was typed, with a warning where it cannot be read as one. */
export async function PhoneText({ person: { phone, hasUnreadablePhone } }: Props) {
  const t = await getTranslations("problems");
  if (phone === null) return "–";
  return (
    <>
      {phone}
      {hasUnreadablePhone && (
        <span className="block text-[13px] leading-5 text-warning">{t("phoneUnreadable")}</span>
      )}
    </>
  );
}
