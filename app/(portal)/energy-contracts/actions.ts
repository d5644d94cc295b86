"use server";

import { redirect } from "next/navigation";
import { submit } from "@/app/_server/submit";
import { requireMember } from "@/app/_server/viewer";
import type { FormState } from "@/components/form/form-state";
import {
  createEnergyContract,
  deleteEnergyContract,
  updateEnergyContract,
} from "@/lib/customers/energy-contracts/write-energy-contract";

export async function createEnergyContractAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { userId } = await createEnergyContract(
      actor,
      values as unknown as Parameters<typeof createEnergyContract>[1],
    );
    redirect(`/users/${userId}`);
  });
}

export async function updateEnergyContractAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { userId } = await updateEnergyContract(
      actor,
      values as unknown as Parameters<typeof updateEnergyContract>[1],
    );
    redirect(`/users/${userId}`);
  });
}

export async function deleteEnergyContractAction(_: FormState, form: FormData): Promise<FormState> {
  const { actor } = await requireMember();
  return submit(form, async (values) => {
    const { userId } = await deleteEnergyContract(actor, { id: values.id ?? "" });
    redirect(`/users/${userId}`);
  });
}
