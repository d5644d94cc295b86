import Link from "next/link";

type Props = {
  list: "end-user" | "device";
  record: {
    id: string;
    name: string | undefined;
    owner?: { id: string; name: string } | undefined;
  };
};

/** A record of a bulk action with a link to it, a device with one to its owner as well. */
export function BulkRecordName({ list, record: { id, name, owner } }: Props) {
  const path = list === "device" ? "/devices" : "/users";
  return (
    <span className="flex min-w-0 flex-col">
      {owner && (
        <Link
          href={`/users/${owner.id}`}
          className="truncate leading-6 font-medium text-ink hover:underline"
        >
          {owner.name}
        </Link>
      )}
      <Link
        href={`${path}/${id}`}
        className={
          owner
            ? "truncate text-[13px] leading-6 text-ink-soft hover:underline"
            : "truncate leading-6 font-medium text-ink hover:underline"
        }
      >
        {name ?? id}
      </Link>
    </span>
  );
}
