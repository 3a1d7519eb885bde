/** What the call script may ask for or show of the draft. */
export type DraftFieldName =
  | 'name'
  | 'category'
  | 'city'
  | 'contactPerson'
  | 'phone'
  | 'topic'
  | 'appealType'
  | 'project'
  | 'appealNote'
  | 'complaintText'
  | 'complaintDepartment'
  | 'email'
  | 'deliveryOn'
  | 'callBackAt'
  | 'softwareWords'
  | 'supportWords'
  | 'companyWords';
