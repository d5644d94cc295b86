import type { FieldDefinition } from "@/lib/core/records/field-table";
import { CheckboxField, HiddenField, SelectField, TextField } from "./fields";

type RecordFieldProps = {
  name: string;
  field: FieldDefinition;
  label: string;
  hint?: string | undefined;
  /** What the record holds: a choice even where it is none of the field's own terms. */
  value: unknown;
  toTermLabel: (term: string) => string;
};

/** The control of one field of a record, by its kind. */
export function RecordField({ name, field, label, hint, value, toTermLabel }: RecordFieldProps) {
  const shared = { name, label, ...(hint && { hint }) };
  switch (field.kind) {
    case "requiredText":
      return <TextField {...shared} />;
    case "email":
      return <TextField {...shared} type="email" inputMode="email" isOptional />;
    case "phone":
      return <TextField {...shared} type="tel" isOptional />;
    case "flag":
      return <CheckboxField {...shared} isSentUnticked />;
    case "integer":
      return <TextField {...shared} inputMode="numeric" isOptional />;
    case "decimal":
      return <TextField {...shared} inputMode="decimal" isOptional />;
    case "country":
    case "currency":
    case "vatId":
    case "meterPoint":
      return <TextField {...shared} isOptional />;
    case "day":
      return <TextField {...shared} type="date" isOptional />;
    case "choice":
      return (
        <SelectField
          {...shared}
          options={optionsOf(field.choices, value, toTermLabel)}
          isOptional
        />
      );
    case "recordId":
      return <HiddenField name={name} value={typeof value === "string" ? value : ""} />;
    case "text":
      if (!field.terms) return <TextField {...shared} isOptional />;
      return (
        <SelectField {...shared} options={optionsOf(field.terms, value, toTermLabel)} isOptional />
      );
  }
}

function optionsOf(
  terms: readonly string[],
  value: unknown,
  toTermLabel: (term: string) => string,
) {
  const present = typeof value === "string" && value ? [value] : [];
  const choices = [...new Set([...terms, ...present])];
  return [
    { value: "", label: "–" },
    ...choices.map((term) => ({ value: term, label: toTermLabel(term) })),
  ];
}
