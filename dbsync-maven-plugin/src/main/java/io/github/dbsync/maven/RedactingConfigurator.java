package io.github.dbsync.maven;

import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.component.configurator.ComponentConfigurationException;
import org.codehaus.plexus.component.configurator.ConfigurationListener;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Sets the parameters of a goal as Maven does, which prints each of them with {@code -X}: but no password in them. Of a goal that
 * is skipped nothing else is set, so that nothing in its configuration can fail.
 */
public final class RedactingConfigurator extends BasicComponentConfigurator {

    /** The role hint in {@code META-INF/plexus/components.xml}. */
    static final String NAME = "redacting";

    @Override
    public void configureComponent(
            Object component,
            PlexusConfiguration configuration,
            ExpressionEvaluator evaluator,
            ClassRealm realm,
            @Nullable ConfigurationListener listener)
            throws ComponentConfigurationException {
        ConfigurationListener redacting = listener == null ? null : new RedactingListener(listener);
        super.configureComponent(component, needed(configuration, evaluator), evaluator, realm, redacting);
    }

    private static PlexusConfiguration needed(PlexusConfiguration configuration, ExpressionEvaluator evaluator)
            throws ComponentConfigurationException {
        PlexusConfiguration skip = configuration.getChild("skip");
        return isTrue(skip, evaluator) ? only(skip, configuration.getName()) : configuration;
    }

    private static boolean isTrue(PlexusConfiguration parameter, ExpressionEvaluator evaluator)
            throws ComponentConfigurationException {
        try {
            return "true".equals(evaluator.evaluate(parameter.getValue("")));
        } catch (ExpressionEvaluationException e) {
            throw new ComponentConfigurationException(parameter, e);
        }
    }

    private static PlexusConfiguration only(PlexusConfiguration parameter, String name) {
        PlexusConfiguration configuration = new DefaultPlexusConfiguration(name);
        configuration.addChild(parameter);
        return configuration;
    }

    /**
     * Hears of every parameter and passes it on without passwords.
     *
     * @param listener who prints them
     */
    private record RedactingListener(ConfigurationListener listener) implements ConfigurationListener {

        @Override
        public void notifyFieldChangeUsingSetter(String field, Object value, Object target) {
            listener.notifyFieldChangeUsingSetter(field, redacted(value), target);
        }

        @Override
        public void notifyFieldChangeUsingReflection(String field, Object value, Object target) {
            listener.notifyFieldChangeUsingReflection(field, redacted(value), target);
        }

        private static Object redacted(Object value) {
            return value instanceof String text ? Failures.masked(text) : value;
        }
    }
}
