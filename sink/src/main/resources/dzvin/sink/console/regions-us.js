// Where each state stands in a grid of equal tiles, column and row: no state outshouts another by its area.
const GRID = `
AK . . . . . . . . . ME
. . . . . . . . . VT NH
WA ID MT ND MN IL WI MI NY RI MA
OR NV WY SD IA IN OH PA NJ CT .
CA UT CO NE MO KY WV VA MD DE .
. AZ NM KS AR TN NC SC DC . .
. . . OK LA MS AL GA . . .
HI . . TX . . . . FL . PR`;

export const tiles = GRID.trim().split("\n").flatMap((line, row) =>
    line.split(" ").map((state, column) => ({code: `US-${state}`, state, column, row})))
  .filter(tile => tile.state !== ".");

export const columns = 11;
export const rows = 8;
