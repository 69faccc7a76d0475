/** An order status as a warehouse has set it up. */
export interface OrderStatus {
  readonly number: number;
  readonly text: string;
}

/** The vendor's own statuses; warehouses rename, delete and add them. */
export const vendorStatuses: readonly OrderStatus[] = [
  { number: 150, text: 'Error' },
  { number: 200, text: 'Open' },
  { number: 300, text: 'Released' },
  { number: 320, text: 'Allocated' },
  { number: 400, text: 'Picked' },
  { number: 450, text: 'Sent' },
  { number: 500, text: 'Collected' },
  { number: 800, text: 'Returned' },
  { number: 1000, text: 'Cancelled' },
];

export const openStatus = 200;
export const cancelledStatus = 1000;
export const begunStatus = 300;
const allocatedStatus = 320;
const pickedStatus = 400;
export const sentStatus = 450;
export const collectedStatus = 500;
const returnedStatus = 800;

const from =
  (least: number, below = cancelledStatus) =>
  (status: number): boolean =>
    status >= least && status < below;

/** From here to cancelled the vendor refuses updates and cancels. */
export const hasBegun = from(begunStatus);
export const isAllocated = from(allocatedStatus);
export const isPicked = from(pickedStatus);
/** Left the warehouse: sent, collected, or any local number between them and returned. */
export const isShipped = from(sentStatus, returnedStatus);
export const isReturned = from(returnedStatus);

export const isCancelled = (status: number): boolean => status >= cancelledStatus;
