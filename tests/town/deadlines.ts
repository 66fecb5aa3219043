import { workingCalendar } from '../../hotline/deadlines/calendar';
import { deadlines } from '../../hotline/deadlines/deadlines';
import { content } from './content';

/** The calendar and the terms of the product, as `content/` has them. */
export const townCalendar = workingCalendar(content.daysOff);
export const townDeadlines = deadlines(content.terms, townCalendar);
