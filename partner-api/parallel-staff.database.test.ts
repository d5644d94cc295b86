import { afterAll, expect, it } from "vitest";
import { addClientToken } from "@/testing/api-tokens";
import { callApi } from "@/testing/call-api";
import { createOrganization, ownerConnection } from "@/testing/organization";
import { actAsSeveralProcesses } from "@/testing/several-processes";

const CALLS = 30;
const AT_ONCE = 4;

const url = process.env.DATABASE_URL ?? "";
const owner = ownerConnection(url);
const database = actAsSeveralProcesses(url, AT_ONCE);
afterAll(async () => {
  await database.close();
  await owner.client.end();
});

it("creates 30 staff for one client, four at once, and answers 200 each time", async () => {
  const organization = await createOrganization(owner.tables);
  const { token } = await addClientToken(organization, owner.tables);
  const statuses: number[] = [];
  let next = 0;
  async function createOneAfterAnother(): Promise<void> {
    for (let index = next++; index < CALLS; index = next++) {
      const { status } = await callApi(
        { method: "post", path: "/org/{org_id}/users" },
        {
          organizationId: organization.id,
          token,
          body: {
            email: `staff-${index}@utility.example`,
            first_name: "Staff",
            last_name: `No ${index}`,
            role: "staff",
          },
        },
      );
      statuses.push(status);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, createOneAfterAnother));
  expect(statuses).toEqual(Array(CALLS).fill(200));
});
