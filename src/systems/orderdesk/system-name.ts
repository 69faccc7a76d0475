/** The system as people call it. */
export const systemName = 'Order Desk';
