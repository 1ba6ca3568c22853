export function onEachChange(hook: (what: string) => void): () => void;
