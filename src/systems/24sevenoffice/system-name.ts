/** The system as people call it. */
export const systemName = '24SevenOffice';
