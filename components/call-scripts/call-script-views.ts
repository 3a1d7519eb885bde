export const callScriptViews = ['graph', 'list', 'dryRun'] as const;
export type CallScriptView = (typeof callScriptViews)[number];
