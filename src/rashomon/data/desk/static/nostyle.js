// The timeline's library writes its style sheet into the page when it loads; the page allows none that is not a file,
// and has that sheet as one. While it loads, what it asks for as a style element is an inert one.
const make = document.createElement;
document.createElement = function (name, options) { return make.call(document, name === "style" ? "inert-style" : name, options); };
