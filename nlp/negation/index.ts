/** What a message tells not to be so, and whether it tells that all is over. */
export { deniedSpans, type Stretch } from './denied';
export { isOver } from './over';
