"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import {
  createEnergyContract,
  deleteEnergyContract,
  updateEnergyContract,
} from "@/lib/customers/energy-contracts/write-energy-contract";

const showOwner = ({ userId }: { userId: string }) => redirect(`/users/${userId}`);

export const createEnergyContractAction = formAction(createEnergyContract, showOwner);

export const updateEnergyContractAction = formAction(updateEnergyContract, showOwner);

export const deleteEnergyContractAction = formAction(deleteEnergyContract, showOwner);
