import { useTranslations } from "next-intl";
import { fieldName, hasFieldName } from "./audit-words";
import { useShownValue } from "./value-words";

type Props = {
  /** Names of the fields that changed. */
  fields: string[];
  /** Their values, where the viewer may see them. */
  changes?: Record<string, { before: unknown; after: unknown }> | null | undefined;
};

/** What an event changed: each field with its old and new value, else the names of the fields. */
export function ChangedFields({ fields, changes }: Props) {
  const t = useTranslations("audit");
  const show = useShownValue();
  const named = fields.filter((field) => hasFieldName(t, field));
  if (named.length === 0) return null;
  if (!changes) {
    return (
      <p className="text-[13px] leading-5 text-ink-soft">
        {t("changed", { fields: named.map((field) => fieldName(t, field)).join(", ") })}
      </p>
    );
  }
  return (
    <ul className="text-[13px] leading-5 break-words text-ink-soft">
      {named.map((field) => (
        <li key={field}>
          {fieldName(t, field)}:{" "}
          <s className="text-ink-faint">{show(field, changes[field]?.before)}</s>{" "}
          {show(field, changes[field]?.after)}
        </li>
      ))}
    </ul>
  );
}
