/** A cell by its row and column among those shown. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that a page holds. */
  readonly page: number;
}

/**
 * Where a key leads from a cell (WAI-ARIA Authoring Practices, grid pattern); `null` for keys that
 * do not move. At an edge it stays.
 */
export function afterKey(key: string, isCtrl: boolean, from: Spot, size: GridSize): Spot | null {
  const moved = move(key, isCtrl, from, size);
  if (!moved || size.rows === 0 || size.columns === 0) return null;
  return {
    row: Math.min(Math.max(moved.row, 0), size.rows - 1),
    column: Math.min(Math.max(moved.column, 0), size.columns - 1),
  };
}

function move(key: string, isCtrl: boolean, { row, column }: Spot, size: GridSize): Spot | null {
  if (isCtrl) {
    if (key === 'Home') return { row: 0, column: 0 };
    return key === 'End' ? { row: size.rows - 1, column: size.columns - 1 } : null;
  }
  switch (key) {
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: size.columns - 1 };
    case 'PageUp':
      return { row: row - size.page, column };
    case 'PageDown':
      return { row: row + size.page, column };
    default:
      return null;
  }
}
