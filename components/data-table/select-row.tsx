import { rowNameId } from "./row-name";

/** The box that chooses a row for a form, wherever on the page that form stands. */
export function SelectRow({ form, id, label }: { form: string; id: string; label: string }) {
  const boxId = `select-${id}`;
  return (
    <label htmlFor={boxId}>
      <input
        id={boxId}
        type="checkbox"
        aria-label={label}
        aria-labelledby={`${boxId} ${rowNameId(id)}`}
        form={form}
        name="id"
        value={id}
        autoComplete="off"
      />
    </label>
  );
}
