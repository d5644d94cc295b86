type Props = { organizationId: string; accentColor: string | null };

/** Puts an organization's colour in place of ours. */
export function BrandStyle({ organizationId, accentColor }: Props) {
  if (!accentColor) return null;
  return (
    <link
      rel="stylesheet"
      precedence="brand"
      href={`/brand/${organizationId}/style?v=${accentColor.slice(1)}`}
    />
  );
}
