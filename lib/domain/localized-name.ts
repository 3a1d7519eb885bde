/** What something is called in the language of the screen; Russian where it has no English name. */
export function localizedName(
  { name, nameEn }: { name: string; nameEn: string },
  locale: 'ru' | 'en',
): string {
  return locale === 'en' && nameEn ? nameEn : name;
}
