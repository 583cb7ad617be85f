import { launch } from "./launch.js";

// Starts the run-time of a course that is opened from a folder or a web server: all is kept on the device.
launch({
  place: "device",
  connect: () => null,
  alone: () => true,
  reach: () => () => {},
  states: () => ({ encode: () => null, decode: () => null }),
});
