/** The event with which the script of the record of learning hands itself over to the page. */
export const READY = "satchel-record";
