/** A phone of a card as its history shows it: as it was typed, with the extension. */
export const phoneText = ({ raw, extension }: { raw: string; extension: string | null }) =>
  extension && !raw.includes(extension) ? `${raw} #${extension}` : raw;
