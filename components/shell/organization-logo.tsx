import { cn } from "@/components/ui/class-names";

type Props = { organizationId: string; hash: string; isLarge?: boolean };

/** An organization's logo, on white in the dark too: it was drawn for paper. The name is next to it. */
export function OrganizationLogo({ organizationId, hash, isLarge = false }: Props) {
  return (
    // biome-ignore lint/performance/noImgElement: small, already prepared, kept by the browser for good
    <img
      src={`/brand/${organizationId}/logo?v=${hash}`}
      alt=""
      className={cn(
        "rounded-md bg-white object-contain object-left p-1",
        isLarge ? "h-16 max-w-72" : "h-8 max-w-36",
      )}
    />
  );
}
