/** The shells that can complete our commands, and the file of the package that teaches each. */
export const shells: Readonly<Record<string, string>> = {
  bash: 'completions/hurdles.bash',
  zsh: 'completions/hurdles.zsh',
  fish: 'completions/hurdles.fish',
  powershell: 'completions/hurdles.ps1',
};
