/** One key from a goods owner and a text that is unique within it. */
export const keyed = (goodsOwnerId: number, text: string): string => `${goodsOwnerId}/${text}`;
