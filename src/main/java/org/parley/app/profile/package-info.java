/**
 * The data folder, opened and closed: the only place where vault, store, journal, directory and
 * messaging meet. Command line and window stand on the same {@link org.parley.app.profile.Profile}.
 */
package org.parley.app.profile;
