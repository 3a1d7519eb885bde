export const callScriptViews = ['graph', 'list', 'traffic', 'dryRun'] as const;
export type CallScriptView = (typeof callScriptViews)[number];
