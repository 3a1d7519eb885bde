/** How an employee is presented to callers unless they change it: the first name out of «Фамилия Имя Отчество» (IN-1). */
export function presentAs(fullName: string): string {
  const names = fullName
    .trim()
    .split(/\s+/)
    .filter((name) => !/^(?:оглы|кызы)$/i.test(name));
  const patronymic = names.findIndex((name, index) => index > 0 && isPatronymic(name));
  return names[patronymic - 1] ?? names[1] ?? names[0] ?? '';
}

function isPatronymic(name: string): boolean {
  return /(?:ович|евич|ьич|мич|кич|тич|овна|евна|ична)$/i.test(name);
}
