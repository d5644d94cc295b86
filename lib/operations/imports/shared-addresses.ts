import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { importRows, users } from "@/db/schema";
import type { Import } from "./find-import";

export const isGood = ({ organizationId, id }: Import) =>
  sql`r.organization_id = ${organizationId} and r.import_id = ${id} and r.state = 'good'`;

/** The end-users of the organization of an import. */
export const isLiving = ({ organizationId }: Import) =>
  sql`${users.organizationId} = ${organizationId} and ${users.role} = 'user' and ${users.deletedAt} is null`;

/** What a row `r` becomes that has a problem. */
export const complain = (field: string, problem: string) =>
  sql`state = 'faulty', problems = coalesce(r.problems, '{}') || ${JSON.stringify({ [field]: problem })}::jsonb`;

/** Of rows that have just come the planner knows nothing, and may look through all for each of them. */
export async function withoutNestedLoops(
  transaction: Transaction,
  run: () => Promise<unknown>,
): Promise<void> {
  await transaction.execute(sql`select set_config('enable_nestloop', 'off', true)`);
  await run();
  await transaction.execute(sql`select set_config('enable_nestloop', 'on', true)`);
}

const MAX_LOOKED_UP_ROWS = 5000;

/** A few rows are looked up one by one: a large organization is not read for them. */
export const joinedBySize = (
  transaction: Transaction,
  { rowCount }: Import,
  run: () => Promise<unknown>,
): Promise<unknown> =>
  rowCount > MAX_LOOKED_UP_ROWS ? withoutNestedLoops(transaction, run) : run();

const fieldOf = (row: string, name: string) =>
  sql`lower(${sql.identifier(row)}.fields ->> ${name})`;

/**
 * Whether a row is about somebody else at the same address: a couple has two first names, an office two companies. A
 * last name alone tells nobody apart, since it changes.
 */
const differs = (
  row: string,
  other: { firstName: SQL; companyName: SQL },
) => sql`coalesce(${fieldOf(row, "firstName")} <> ${other.firstName}
    or ${fieldOf(row, "companyName")} <> ${other.companyName}, false)`;

const thePerson = {
  firstName: sql`lower(${users.firstName})`,
  companyName: sql`lower(${users.companyName})`,
};
const rowAs = (row: string) => ({
  firstName: fieldOf(row, "firstName"),
  companyName: fieldOf(row, "companyName"),
});

/**
 * Keeps one row for each end-user whom rows are to change. Another row of the same name repeats it; one of another
 * name that knows the end-user by the address alone is somebody else there, and new.
 */
export async function removeRepeatedMatches(
  transaction: Transaction,
  found: Import,
): Promise<void> {
  const { organizationId, id } = found;
  // First the row that has the number, then the one that has the name.
  await transaction.execute(sql`
    update ${importRows} r set
      owner_id = case when matched.is_other then null else r.owner_id end,
      state = case when matched.is_other then r.state else 'faulty' end,
      problems = case when matched.is_other then r.problems else '{"email": "repeated"}' end
    from (
      select each.line,
        row_number() over (
          partition by each.owner_id
          order by ${users.externalUserId} = each.number desc nulls last,
            ${differs("each", thePerson)}, each.line
        ) as turn,
        ${differs("each", thePerson)}
          and (each.number is null or ${users.externalUserId} is distinct from each.number) as is_other
      from ${importRows} each join ${users} on ${isLiving(found)} and ${users.id} = each.owner_id
      where each.organization_id = ${organizationId} and each.import_id = ${id} and each.state = 'good'
    ) matched
    where ${isGood(found)} and r.line = matched.line and matched.turn > 1`);
}

/**
 * An address belongs to one account and to as many customers without one as have it. Of new rows with the same
 * address the first gets portal access, unless somebody logs in with it already. A row that does
 * not clearly name somebody else is a repetition.
 */
export async function checkSharedAddresses(transaction: Transaction, found: Import): Promise<void> {
  const { organizationId, id } = found;
  const isOther = sql`r.address is not null and ${users.organizationId} = ${organizationId}
    and ${users.emailNormalized} = r.address and ${users.deletedAt} is null
    and ${users.id} is distinct from r.owner_id`;
  const earlier = sql`
    select from ${importRows} earlier
    where earlier.organization_id = ${organizationId} and earlier.import_id = ${id} and earlier.state = 'good'
      and earlier.address = r.address and earlier.line < r.line`;
  const isNameless = sql`coalesce(${fieldOf("r", "companyName")}, ${fieldOf("r", "firstName")}, ${fieldOf("r", "lastName")}, '') = ''`;
  const keepsAddress = sql`exists (
    select from users self
    where self.organization_id = ${organizationId} and self.id = r.owner_id and self.email_normalized = r.address)`;
  const loseAccess = sql`fields = r.fields || '{"hasAccess": false}',
    warnings = coalesce(r.warnings, '{}') || '{"email": "addressShared"}'`;
  await joinedBySize(transaction, found, () =>
    transaction.execute(sql`
    update ${importRows} r set ${complain("email", "emailTaken")} from ${users}
    where ${isGood(found)} and ${isOther}
      and case when r.owner_id is null
        then ${users.role} = 'user' and not ${differs("r", thePerson)} or ${isNameless}
        else ${users.status} <> 'no-access' and exists (
          select from users self
          where self.organization_id = ${organizationId} and self.id = r.owner_id and self.status <> 'no-access')
        end`),
  );
  await withoutNestedLoops(transaction, () =>
    transaction.execute(sql`
      update ${importRows} r set ${complain("email", "repeated")}
      where ${isGood(found)} and r.address is not null
        and exists (${earlier}
          and case when r.owner_id is null then not ${differs("r", rowAs("earlier"))} else not ${keepsAddress} end)`),
  );
  await joinedBySize(transaction, found, () =>
    transaction.execute(sql`
    update ${importRows} r set ${loseAccess} from ${users}
    where ${isGood(found)} and ${isOther} and r.owner_id is null and ${users.status} <> 'no-access'`),
  );
  await withoutNestedLoops(transaction, () =>
    transaction.execute(sql`
      update ${importRows} r set ${loseAccess}
      where ${isGood(found)} and r.address is not null and r.owner_id is null
        and not r.fields ? 'hasAccess' and exists (${earlier})`),
  );
}

/** Rows that name their end-user by an address which several have. */
export async function findAmbiguousAddresses(
  transaction: Transaction,
  found: Import,
): Promise<void> {
  await transaction.execute(sql`
    update ${importRows} r set ${complain("owner", "addressAmbiguous")}
    where ${isGood(found)} and r.owner_id is null and r.address is not null
      and (
        select count(*) from (
          select from ${users} where ${isLiving(found)} and ${users.emailNormalized} = r.address limit 2
        ) same) > 1`);
}
