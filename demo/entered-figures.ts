/** What the made-up offices typed in, by edition and code: sums of bills that no register keeps. */
export const enteredFigures: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '2022': {
    'local.electricity': '1286.40',
    'local.renewable-electricity': '142.75',
    'local.water': '71.36',
  },
  '2023': {
    'local.electricity': '1342.18',
    'local.renewable-electricity': '168.02',
    'local.water': '73.90',
  },
}
